"""How Serbian names are declined: the tables in `serbian.yaml`, and what reads them."""
