"""Trainings: each goes on from its checkpoint for so many minutes, on a GPU where there is one, else on the CPU."""
