"""`python -m data …`: see data.commands."""

import sys

from data.commands import main

sys.exit(main())
