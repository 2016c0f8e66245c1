/** Line icons of the scanner, 24 units wide; the button that holds one carries its name. */
export const TorchIcon = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d="M8 3h8l-1 5v13H9V8L8 3Z M8.6 6h6.8 M12 11v3" />
  </svg>
);

export const SwitchCameraIcon = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d="M4 8h4l1.5-2h5L16 8h4v11H4Z M8.5 13a3.5 3.5 0 0 1 6-2.4 M14.7 8.6v2.2h-2.2 M15.5 14a3.5 3.5 0 0 1-6 2.4 M9.3 18.4v-2.2h2.2" />
  </svg>
);
