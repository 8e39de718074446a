def fits(row):
    return False


def draft(row):
    raise NotImplementedError
