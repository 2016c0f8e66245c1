/** A grey picture: one byte a pixel, 0 black to 255 white, rows from the top. */
export interface Picture {
  width: number;
  height: number;
  grey: Uint8Array;
}

export function blank(width: number, height: number, shade = 255): Picture {
  return { width, height, grey: new Uint8Array(width * height).fill(shade) };
}

/** Turned clockwise by a number of quarter turns. */
export function turned(picture: Picture, quarters: number): Picture {
  let result = picture;
  for (let turn = 0; turn < quarters % 4; turn++) result = quarterTurn(result);
  return result;
}

function quarterTurn({ width, height, grey }: Picture): Picture {
  const result = blank(height, width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      result.grey[x * height + (height - 1 - y)] = grey[y * width + x] ?? 255;
    }
  }
  return result;
}

/** The picture in the middle of a larger white one; what does not fit is an error of the caller. */
export function centred(picture: Picture, width: number, height: number): Picture {
  if (picture.width > width || picture.height > height) {
    throw new RangeError(`${picture.width} x ${picture.height} does not fit into ${width} x ${height}`);
  }
  const result = blank(width, height);
  paste(picture, result, (width - picture.width) >> 1, (height - picture.height) >> 1);
  return result;
}

/** Two pictures one above the other. */
export function stacked(above: Picture, below: Picture): Picture {
  const result = blank(Math.max(above.width, below.width), above.height + below.height);
  paste(above, result, 0, 0);
  paste(below, result, 0, above.height);
  return result;
}

function paste(picture: Picture, onto: Picture, left: number, top: number): void {
  for (let y = 0; y < picture.height; y++) {
    const row = picture.grey.subarray(y * picture.width, (y + 1) * picture.width);
    onto.grey.set(row, (top + y) * onto.width + left);
  }
}

/** The same picture as the web's ImageData holds it: RGBA, opaque. */
export function toRgba({ width, height, grey }: Picture): {
  width: number;
  height: number;
  data: Uint8ClampedArray<ArrayBuffer>;
  colorSpace: 'srgb';
} {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  grey.forEach((shade, pixel) => data.fill(shade, pixel * 4, pixel * 4 + 3));
  return { width, height, data, colorSpace: 'srgb' };
}
