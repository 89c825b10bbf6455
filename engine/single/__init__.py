"""Checkpoints that are one file: what they are is read off the shapes of their tensors, without asking anybody."""
