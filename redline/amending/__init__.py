"""The amending Act: from what the operations did to the instructions that say it, and back.

`build_amending_act` gives the Act as plain data (`redline.model.amending`), worded by a language's formulas
(`redline.languages.formulas`) in the layout of a jurisdiction.
"""
