"""The rules of the house that no tool checks: who may import what, sizes, words, documents."""
