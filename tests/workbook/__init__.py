"""Reading any file an office sends into cells."""
