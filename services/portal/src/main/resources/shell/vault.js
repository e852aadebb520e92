// What is kept on a phone is sealed by AES-GCM (NIST SP 800-38D) under a key that is made from a PIN (PBKDF2, RFC 8018). The
// PIN is stored nowhere and the key cannot be read out of the browser; without the PIN nothing of it can be read.

export const ITERATIONS = 600_000; // of HMAC-SHA-256: OWASP's figure of 2023
const SALT_BYTES = 16;
const IV_BYTES = 12;
const PROOF = "parasol";
const ZEROES = [0x0966, 0x0ae6, 0xff10]; // Devanagari, Gujarati and full-width digits are typed as what they mean

const bytesOf = (text) => new TextEncoder().encode(text);

// Digits of the scripts of the portal's languages as Latin ones.
export const latin = (typed) =>
  [...typed.normalize("NFC")]
    .map((sign) => {
      const zero = ZEROES.find((first) => sign.codePointAt(0) >= first && sign.codePointAt(0) < first + 10);
      return zero === undefined ? sign : String(sign.codePointAt(0) - zero);
    })
    .join("");

const keyOf = async (pin, salt, iterations) => {
  const typed = await crypto.subtle.importKey("raw", bytesOf(latin(pin)), "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations }, typed, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
};

// Seals bytes; `about` says what they are, so that one record cannot be put in the place of another.
export const sealBytes = async (key, bytes, about) => {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bytesOf(about) }, key, bytes);
  return { iv, data };
};

export const openBytes = async (key, sealed, about) =>
  new Uint8Array(
    await crypto.subtle.decrypt({ name: "AES-GCM", iv: sealed.iv, additionalData: bytesOf(about) }, key, sealed.data));

export const seal = (key, value, about) => sealBytes(key, bytesOf(JSON.stringify(value)), about);

export const unseal = async (key, sealed, about) => JSON.parse(new TextDecoder().decode(await openBytes(key, sealed, about)));

const about = (person) => `vault ${person}`;

// A new vault of a person, with the key that opens it.
export const makeVault = async (person, pin) => {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const key = await keyOf(pin, salt, ITERATIONS);
  return { vault: { person, salt, iterations: ITERATIONS, proof: await seal(key, PROOF, about(person)) }, key };
};

// The key of a vault; null if it is another PIN.
export const openVault = async (vault, pin) => {
  const key = await keyOf(pin, vault.salt, vault.iterations);
  return unseal(key, vault.proof, about(vault.person)).then((proof) => (proof === PROOF ? key : null)).catch(() => null);
};
