/** Importing this defines `<backstep-embed>`; on a server that renders pages it does nothing. */
import '../../../static/src/entry/element.ts';
