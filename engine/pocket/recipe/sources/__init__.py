"""What Pocket learns from: named things, and drawings of them in five styles."""
