"""核数: the figures that a text states, compared with the store. Start at report.py; command.py and pages/parts/checking.py show what it gives."""
