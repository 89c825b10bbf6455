"""What members may do: how much at once, and later who may do what with which words."""
