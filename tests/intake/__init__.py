"""From files to the store and back: import, difference, withdrawal, rebuild, through the same functions as page and command line."""
