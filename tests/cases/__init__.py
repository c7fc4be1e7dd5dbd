"""One folder a mess: `case.toml` holds a sheet that one can read without Excel, and what must come of it."""
