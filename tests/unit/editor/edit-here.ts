import path from 'node:path'
import { carryOut } from '@/lib/server/editor/carry-out'
import { createEditDesk, type EditDesk } from '@/lib/server/editor/edit-apart'
import { Editor } from '@/lib/server/editor/editor'

/** What editors ask of a server whose folders `data` and `state` are below `root`, done in this thread. */
export function editHere(
  root: string,
  editor = new Editor(path.join(root, 'data'), path.join(root, 'state')),
): EditDesk {
  return createEditDesk((order) => carryOut(editor, order))
}
