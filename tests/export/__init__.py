"""Files that leave the product, read back."""
