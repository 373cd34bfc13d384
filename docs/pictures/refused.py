"""What the picture of an error shows: a mistake, and the line that says what to do about it."""

import os

from backupjobs import veeam

client = veeam.Client(os.environ["VEEAM_URL"], version=8, username=os.environ["VEEAM_USER"], password="last year's")
client.server().jobs()
