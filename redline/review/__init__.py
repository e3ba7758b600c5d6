"""The papers of a review: findings and the legal matrix. A new one is a file beside this one."""
