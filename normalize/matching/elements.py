"""Words that stand in names without telling much: articles, kinship, titles, the commonest names.

Titles follow the usage of agencies and sanctions lists (UN, OFAC) and of the Serbian press. The
common names are those of the Prophet, his family and companions, the compounds with divine names,
and given names widespread in the Arab countries, Iran, Turkey, Pakistan and Serbia. They were put
together by hand from general knowledge, in two grades of frequency and without figures.
"""

from __future__ import annotations

ARTICLES = frozenset("al el il ul aal 'l".split())
# Before a sun letter the article takes its sound: as-Sistani, ez-Zor, aš-Šabi.
ASSIMILATED = {
    article: article.lstrip("aeu")
    for article in "as es us ash esh ush aš eš ad ed ud adh dh edh ar er ur an en un az ez uz at "
    "et ath až".split()
}
KIN = frozenset("bin ibn ben bint binti ibni ould wuld weld b bn بن ابن إبن بنت ولد".split())
KUNYA = frozenset(
    "abu abou abo bu abi aboul abul abol aba umm um om ام أم ابو أبو أبي ابي أبا ابا بو".split()
)
ABD = frozenset(
    "abd abdul abdel abdal abdol abdoul abdu abdoel abdur abdus abdil abdou عبد عەبدول".split()
)
# Second halves that are no names by themselves.
TAILS = frozenset("din deen dine eddin eddine aldin eldin eldeen uddin ddin دين دین".split())
GOD = frozenset("allah ullah ollah alah ulah lah الله اللہ".split())
PARTICLES = frozenset(
    "de da do di del der den van von fon la le las los du dos das ter of the na i y e "
    "ag ait ath nee ep jr sr ال آل ئال و".split()
)
TITLES = frozenset(
    """
    dr prof professor mr mrs ms miss sir lord baron dame mohtarma
    general gen colonel col major captain lt lieutenant brigadier commander komandant marshal
    engineer eng ayatollah ajatolah hojjatoleslam hojatoleslam hujjatulislam
    princ prince princess king kralj hrh president ministar minister predsednik premijer doktor
    gospodin gospođa
    د دكتور الدكتور المهندس مهندس دکتر آیت‌الله حجت‌الاسلام جنرال العميد اللواء
    """.split()
)
# Titles that also are, or have grown to be, names.
TITLE_NAMES = frozenset(
    """
    haji hajji hajj hadj hadji alhaj alhajj alhaji hadži hadž mullah mulla molla mola moulavi
    mawlawi maulavi molawi maulawi mawlana maulana molvi mowlavi qari hafiz ustad ustaz akhund
    akhond sheikh shaykh sheik shaikh cheikh cheik shekh emir imam šeik šejh
    chaudhry chaudhary chaudhri choudhry choudhary choudhury choudry chowdhury
    الحاج حاج حاجی ملا مولوی مولانا قاری السيد الشيخ شيخ شیخ
    sayyid sayed sayyed syed seyed seyyed sajid sajed سيد سید agha aqa
    """.split()
)
# Names that some bear and that are put before or behind others' names.
PRENAMES = frozenset(
    """
    sayyid sayed sayyed syed seyed seyyed sajid sajed seid سيد سید mir shah agha aqa mirza
    malik khan bibi begum sardar mian mehmet mehmed muhammad mohammad mohammed mohamed muhamed
    mohamad muhammed mohamud محمد موحەممەد
    """.split()
)
VERY_COMMON = """
muhammad mohammed ahmad ahmed ali hasan hassan husayn hussein abdullah ibrahim mahmoud mustafa
omar umar khan yusuf ismail khalid said saeed salih saleh salim jasim abdulrahman hamad hamid
""".split()
COMMON = """
mahdi karim rashid khalil khalifa jamal kamal nasir nasr samir munir tariq walid faisal fahd
sultan salman sulayman sulaiman dawud musa isa ilyas yaqub yunus idris harun zakariya yahya
adam adil amin amir anwar ashraf aziz badr bakr bashir basim bilal fadi fadil farid faruq fathi
fawzi habib haidar hadi hakim hamza hani harith hashim hisham husni imad issam jabir jafar jalal
jawad kazim kadhim latif mahir majid malik mansur marwan masud mazin mubarak muhsin mukhtar
munthir murad nabil nadir naim najib nawaf nizar nuri qasim qadir rafiq rahim rahman rida reza
ramadan ramzi saad sabri sadiq safi salam sami sarim shakir sharif siddiq suhail taha tahir
talal talib tawfiq taysir usama uthman osman wahid wasim yasin yasir zaki zaid zayd ziyad
abbas abdulaziz abdulqadir abdulkarim abdulhamid abdullatif abdulmajid abdulwahid abdulsalam
fatima aisha khadija maryam zaynab layla huda nadia samira salma sara noor nur amina asma hala
gholam reza akbar asghar bagher mojtaba morteza saber hossein hosein mohsen majeed mehdi javad
mehmet hakan kemal huseyin murat emre fatih yilmaz kaya demir celik
shah singh akhund haji sayyid
milan dragan zoran goran petar nikola marko jovan ivan aleksandar dejan vladimir milos ana
vesna ljiljana miroslav slobodan branko stefan petrovic jovanovic nikolic markovic djordjevic
john david james robert william michael peter paul thomas george mary maria friedrich hans
""".split()
ABBREVIATED = {"mhd": "muhammad", "mohd": "muhammad", "md": "muhammad", "muh": "muhammad"}
# Words for kinds of places, which one language leaves out and another does not.
PLACE_KINDS = frozenset(
    """
    governorate province district county oblast region republic rep department municipality city
    town state okrug upravni pokrajina opština grad siti republika markaz qada qadaa
    nahiya muhafazat shahrestan ostan provincija savezna država
    محافظة قضاء ناحية مركز مدينة جمهورية استان شهرستان بخش ناحیه قضا مرکز پارێزگای شاری قەزای
    """.split()
)
# Words that place names translate, and what they mean.
PLACE_WORDS = {
    word: f"={meaning}"
    for meaning, words in {
        "island": "island islands isle isles ostrvo ostrva otok otoci جزيرة جزر جزیره",
        "saint": "saint st ste sveti sveta sveto sen sent sankt مار",
        "east": "east eastern istočni istočna istočno شرقي شرقی الشرقية شرق",
        "west": "west western zapadni zapadna zapadno غربي غربی الغربية غرب",
        "north": "north northern severni severna severno شمالي شمالی الشمالية شمال",
        "south": "south southern južni južna južno جنوبي جنوبی الجنوبية جنوب",
        "central": "central centralni centralna centralno",
        "new": "new novi nova novo nju",
        "great": "great greater veliki velika veliko",
        "lake": "lake jezero lejk",
        "river": "river reka نهر",
        "mountain": "mount mountain mt planina maunt جبل کوه",
        "station": "station stanica stejšn",
        "time": "time vreme",
        "territory": "territory territories teritorija teritorije",
        "beach": "beach bič plaža",
        "french": "french francuska francuski",
    }.items()
    for word in words.split()
}
