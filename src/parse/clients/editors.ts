/** Where VS Code and the editors made of it keep their settings and logs: the folder has the editor's name. */
import type { Place } from '../../model/client-setup.ts';

/** A path below the editor's folder of user data, on each platform (https://code.visualstudio.com/docs/configure/settings). */
export const inEditor = (editor: string, path: string): Place => ({
  linux: `$XDG_CONFIG_HOME|~/.config|/${editor}/${path}`,
  darwin: `~/Library/Application Support/${editor}/${path}`,
  win32: `$APPDATA|~/AppData/Roaming|/${editor}/${path}`,
});

export const EDITOR_SETTINGS = 'https://code.visualstudio.com/docs/configure/settings';
