from extractors.reading import CannotRead


def read(path, password=None, limits=None, ocr=False):
    raise CannotRead(path.name)
