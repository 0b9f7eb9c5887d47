import '../../css/fonts.css';
import './styles.ts';
import { initialOf } from './initialData.ts';
import { start } from './start.ts';

const found = initialOf(document);
if (found) start(found.target, found.initial, false);
