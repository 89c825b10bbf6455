"""How Pocket is made, from drawings to weights; needs the extra "pocket", and neither bot nor worker imports it."""
