import type { Locator } from '@playwright/test';

/** Whether a canvas bears anything dark: it stands there clear or white before its page is painted. */
export const isPainted = (canvas: Locator): Promise<boolean> =>
  canvas.evaluate((node) => {
    const drawing = node instanceof HTMLCanvasElement ? node.getContext('2d') : null;
    if (drawing === null) return false;
    const { data } = drawing.getImageData(0, 0, drawing.canvas.width, drawing.canvas.height);
    return data.some((value, index) => index % 4 === 0 && value < 128 && (data[index + 3] ?? 0) > 0);
  });
