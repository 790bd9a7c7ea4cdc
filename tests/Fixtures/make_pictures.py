#!/usr/bin/env python3
"""Writes small picture files and what Pillow makes of them: unpacked, turned upright, resized, grey.

    python3 make_pictures.py

needs Pillow 9.4 (Debian: python3-pil). Files go into pictures/, the expected bytes [channels, height, width] into pictures.json.
"""

import base64
import json
import math
from pathlib import Path

from PIL import Image, ImageOps

FOLDER = Path(__file__).parent
PICTURES = FOLDER / "pictures"
ORIENTATION = 0x0112


def scene(width, height):
    """Smooth colours with a few edges, different in every corner."""
    picture = Image.new("RGB", (width, height))
    for y in range(height):
        for x in range(width):
            red = 127 + 120 * math.sin(x / 5) * math.cos(y / 7)
            green = 255 * x / (width - 1)
            blue = 255 if (x - width / 3) ** 2 + (y - height / 4) ** 2 < (height / 5) ** 2 else 90 * y / (height - 1)
            picture.putpixel((x, y), (int(red), int(green), int(blue)))
    return picture


def stretch(picture, width, height):
    return picture.resize((width, height), Image.BILINEAR)


def crop(picture, width, height):
    return ImageOps.fit(picture, (width, height), Image.BILINEAR)


def pad(picture, width, height):
    return ImageOps.pad(picture, (width, height), Image.BILINEAR)


def same(picture, width, height):
    assert picture.size == (width, height)
    return picture


def planes(picture):
    return b"".join(band.tobytes() for band in picture.split())


def main():
    PICTURES.mkdir(exist_ok=True)
    colours = scene(23, 17)
    clear = colours.copy()
    clear.putalpha(Image.linear_gradient("L").resize(colours.size))
    large = scene(96, 72)
    colours.save(PICTURES / "colours.png")
    colours.convert("L").save(PICTURES / "grey.png")
    colours.quantize(16).save(PICTURES / "palette.png")
    clear.save(PICTURES / "clear.png")
    colours.save(PICTURES / "colours.bmp")
    colours.quantize(16).save(PICTURES / "palette.gif")
    colours.save(PICTURES / "lossless.webp", lossless=True)
    colours.save(PICTURES / "colours.jpg", quality=90)
    large.save(PICTURES / "large.jpg", quality=90, subsampling=0)
    large.save(PICTURES / "progressive.jpg", quality=90, progressive=True)
    large.convert("CMYK").save(PICTURES / "cmyk.jpg", quality=90)
    large.save(PICTURES / "lossy.webp", quality=90)
    exif = Image.Exif()
    for orientation in range(1, 9):
        exif[ORIENTATION] = orientation
        colours.save(PICTURES / f"turned{orientation}.jpg", quality=90, exif=exif)

    cases = []

    def case(file, fit, width, height, mode="RGB", smaller=False, likeness="rounded"):
        with Image.open(PICTURES / file) as picture:
            if smaller:
                picture.draft(mode, (width, height))
                assert picture.size == (width, height)
            upright = ImageOps.exif_transpose(picture).convert(mode)
            result = {"None": same, "Stretch": stretch, "Crop": crop, "Pad": pad}[fit](upright, width, height)
        cases.append({
            "file": file, "fit": fit, "width": width, "height": height, "channels": 3 if mode == "RGB" else 1,
            "likeness": "exact" if fit == "None" or smaller else likeness,
            "expected": base64.b64encode(planes(result)).decode(),
        })

    for file in ("colours.png", "grey.png", "palette.png", "clear.png", "colours.bmp", "palette.gif", "lossless.webp", "colours.jpg"):
        case(file, "None", 23, 17)
        case(file, "None", 23, 17, "L")
    for fit in ("Stretch", "Crop", "Pad"):
        for width, height in ((8, 8), (23, 9), (5, 17), (1, 1), (40, 30), (24, 17)):
            case("colours.png", fit, width, height)
            case("grey.png", fit, width, height, "L")
    for orientation in (1, 3, 6, 8, 2, 4):
        turned = orientation in (6, 8)
        case(f"turned{orientation}.jpg", "None", *((17, 23) if turned else (23, 17)))
        case(f"turned{orientation}.jpg", "Crop", 14, 23)
    for orientation in (5, 7):
        case(f"turned{orientation}.jpg", "None", 17, 23)
    for file in ("large.jpg", "progressive.jpg", "cmyk.jpg", "lossy.webp"):
        case(file, "None", 96, 72)
        for width, height in ((60, 60), (40, 10), (20, 20), (5, 7)):
            case(file, "Crop", width, height, likeness="near")
    for file in ("large.jpg", "progressive.jpg"):
        for width, height in ((48, 36), (24, 18), (12, 9)):
            case(file, "Crop", width, height, smaller=True)
    (FOLDER / "pictures.json").write_text(json.dumps({"cases": cases}, indent=1) + "\n")


main()
