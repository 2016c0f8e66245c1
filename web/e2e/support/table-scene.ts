import { blank, type Picture } from '../camera/picture.ts';

const TABLE = 96;
const LID = 196;
const FRONT = 232;
const PRINT = 70;

/** A pack on a table as a camera sees it from too far away: its bars are there, and cannot be read. */
export function tableScene(): Picture {
  const scene = blank(1280, 720, TABLE);
  fill(scene, 390, 130, 500, 90, LID);
  fill(scene, 390, 220, 500, 360, FRONT);
  fill(scene, 430, 260, 260, 26, PRINT);
  fill(scene, 430, 304, 180, 14, 150);
  fill(scene, 430, 332, 210, 14, 150);
  for (let bar = 0; bar < 30; bar++) fill(scene, 560 + bar * 5, 420, (bar * 7) % 3 ? 2 : 4, 90, 40);
  return softened(scene, 3);
}

function fill(
  picture: Picture,
  left: number,
  top: number,
  width: number,
  height: number,
  shade: number,
): void {
  for (let y = top; y < top + height; y++) {
    picture.grey.fill(shade, y * picture.width + left, y * picture.width + left + width);
  }
}

/** Each pixel becomes the mean of its row's and then its column's neighbours, `reach` to either side. */
function softened(picture: Picture, reach: number): Picture {
  return along(along(picture, reach, 1), reach, picture.width);
}

function along({ width, height, grey }: Picture, reach: number, step: number): Picture {
  const soft = blank(width, height);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    let sum = 0;
    for (let away = -reach; away <= reach; away++) sum += grey[pixel + away * step] ?? TABLE;
    soft.grey[pixel] = sum / (2 * reach + 1);
  }
  return soft;
}
