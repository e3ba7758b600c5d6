"""Comments on a package: the form that is sent out, its return, and the summary of all comments."""
