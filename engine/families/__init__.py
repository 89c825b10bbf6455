"""Families of models, each behind one small interface: texts and pictures to conditions, noise to pictures."""
