// Reads a code by the camera or from a picture and goes where a typed one goes. The decoder is loaded when it is asked for.
const section = document.querySelector("#camera");
const video = document.querySelector("#video");
const canvas = document.createElement("canvas");
const BETWEEN_PICTURES_MS = 200;
const LONGEST_SIDE = 1_280; // pixels; a code that fills a quarter of it is read
const SIZES = [1, 0.5, 0.75, 0.6]; // the decoder misses a few codes in a hundred at one size and finds them at another
let decoder = null;
let stream = null;

const say = (sentence) => {
  document.querySelector("#scan-status").textContent = sentence;
};

const load = async () => {
  decoder ??= await import(section.dataset.decoder);
  return decoder;
};

// The grey values of a picture, by the weights of ITU-R BT.601.
const grey = (picture, width, height, size) => {
  const scale = size * Math.min(1, LONGEST_SIDE / Math.max(width, height));
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.fillStyle = "#fff"; // behind what is transparent
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const values = new Uint8ClampedArray(canvas.width * canvas.height);
  for (let i = 0; i < values.length; i++) {
    values[i] = (299 * data[4 * i] + 587 * data[4 * i + 1] + 114 * data[4 * i + 2]) / 1_000;
  }
  return values;
};

// What a picture says at one size of it; null if no code is found.
const read = (picture, width, height, size) => {
  const values = grey(picture, width, height, size);
  const hints = new Map([[decoder.DecodeHintType.TRY_HARDER, true], [decoder.DecodeHintType.ASSUME_GS1, true]]);
  for (const Reader of [decoder.QRCodeReader, decoder.DataMatrixReader, decoder.Code128Reader]) {
    try {
      const source = new decoder.RGBLuminanceSource(values, canvas.width, canvas.height);
      return new Reader().decode(new decoder.BinaryBitmap(new decoder.HybridBinarizer(source)), hints).getText();
    } catch {
      // not of this kind
    }
  }
  return null;
};

const go = (code) => {
  document.querySelector("#code").value = code;
  document.querySelector("#scan").requestSubmit();
};

const stop = () => {
  stream?.getTracks().forEach((track) => track.stop());
  stream = null;
  video.hidden = true;
  document.querySelector("#stop").hidden = true;
  document.querySelector("#start").hidden = false;
  say("");
};

const look = (turn = 0) => {
  if (!stream) return;
  const size = SIZES[turn % SIZES.length];
  const code = video.videoWidth > 0 ? read(video, video.videoWidth, video.videoHeight, size) : null;
  if (code) {
    stop();
    go(code);
  } else {
    setTimeout(look, BETWEEN_PICTURES_MS, turn + 1);
  }
};

document.querySelector("#start").addEventListener("click", async () => {
  try {
    await load();
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: LONGEST_SIDE } } });
  } catch {
    say(section.dataset.noCamera);
    return;
  }
  video.srcObject = stream;
  video.hidden = false;
  document.querySelector("#stop").hidden = false;
  document.querySelector("#start").hidden = true;
  say(section.dataset.looking);
  await video.play().catch(() => {});
  look();
});

document.querySelector("#stop").addEventListener("click", stop);
document.querySelector("#picture").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  if (!file) return;
  await load();
  const picture = await createImageBitmap(file).catch(() => null);
  let code = null;
  for (const size of picture ? SIZES : []) code ??= read(picture, picture.width, picture.height, size);
  if (code) go(code);
  else say(section.dataset.nothing);
});
window.addEventListener("pagehide", stop);

section.hidden = false;
document.querySelector("#start").hidden = !navigator.mediaDevices; // without https there is no camera
