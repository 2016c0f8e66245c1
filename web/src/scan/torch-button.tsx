import { useState } from 'preact/hooks';
import type { Camera } from './camera/camera.ts';
import { TorchIcon } from './icons.tsx';
import { type Lang, WORDS } from './words.ts';

/** Light on, light off. Give it the camera's id as `key`: another camera starts dark. */
export function TorchButton({ camera, lang }: { camera: Camera; lang: Lang }) {
  const [on, setOn] = useState(false);
  const words = WORDS[lang];
  return (
    <button
      type="button"
      aria-label={on ? words.torchOff : words.torchOn}
      onClick={() => void camera.setTorch(!on).then(setOn)}
    >
      <TorchIcon />
    </button>
  );
}
