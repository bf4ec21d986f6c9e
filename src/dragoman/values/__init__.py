"""The nouns of dragoman: frozen values without I/O."""
