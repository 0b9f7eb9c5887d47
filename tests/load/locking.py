"""Hold the write lock of a SQLite file: python -m tests.load.locking FILE SECONDS"""

import sqlite3
import sys
import time

if __name__ == "__main__":
    connection = sqlite3.connect(sys.argv[1], timeout=10, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    time.sleep(float(sys.argv[2]))
    connection.execute("ROLLBACK")
