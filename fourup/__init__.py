"""The command line of Fourup: the composition root, which wires the other packages together."""
