/** An open camera. */
export interface Camera {
  stream: MediaStream;
  deviceId: string | undefined;
  hasTorch: boolean;
  /** Resolves to whether the torch is on now. */
  setTorch(on: boolean): Promise<boolean>;
  focusContinuously(): Promise<void>;
}

/** Members that TypeScript's DOM library lacks (MediaStream Image Capture, section 3). */
interface ImageCapabilities extends MediaTrackCapabilities {
  torch?: boolean;
  focusMode?: string[];
}
interface ImageConstraints extends MediaTrackConstraintSet {
  torch?: boolean;
  focusMode?: string;
}

export function cameraOf(stream: MediaStream): Camera {
  const track = stream.getVideoTracks()[0];
  const offered = (track?.getCapabilities?.() ?? {}) as ImageCapabilities;

  /** Cameras refuse at will what they offered; a scan goes on without it. */
  const apply = async (wish: ImageConstraints): Promise<boolean> => {
    try {
      await track?.applyConstraints({ advanced: [wish] });
      return true;
    } catch {
      return false;
    }
  };

  return {
    stream,
    deviceId: track?.getSettings().deviceId,
    hasTorch: offered.torch === true,
    setTorch: async (on) => ((await apply({ torch: on })) ? on : !on),
    async focusContinuously() {
      if (offered.focusMode?.includes('continuous')) await apply({ focusMode: 'continuous' });
    },
  };
}
