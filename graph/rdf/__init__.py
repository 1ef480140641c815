"""Terms, IRIs and syntaxes: what all triples rest on."""
