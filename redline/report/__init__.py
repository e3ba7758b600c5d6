"""The analytical report and the package for stakeholders: what they say, and how they say it."""
