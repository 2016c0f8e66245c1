import { signal } from '@preact/signals';

/** Chromium's event; other browsers install from their own menu. */
interface InstallEvent extends Event {
  prompt: () => Promise<unknown>;
}

declare global {
  interface WindowEventMap {
    beforeinstallprompt: InstallEvent;
  }
}

/** Offers installation once the browser is ready for it; never by itself. */
export const installer = signal<(() => void) | undefined>(undefined);

export function watchInstall(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    installer.value = () => {
      installer.value = undefined;
      void event.prompt();
    };
  });
}
