export function startBackgroundWork(): void {}
