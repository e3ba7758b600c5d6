"""WordprocessingML: what the renderers of Word documents are made of."""
