// A picture made small, so that it fits on the phone and through a thin line.
const LONGEST_SIDE = 1_600; // pixels
const QUALITY = 0.8;

// As JPEG; where a phone was, and by which camera, is not in it any more.
export const small = async (file) => {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  const jpeg = await new Promise((made) => canvas.toBlob(made, "image/jpeg", QUALITY));
  return new Uint8Array(await jpeg.arrayBuffer());
};
