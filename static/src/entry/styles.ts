/**
 * The styles of the first paint, in the order in which they override each other.
 * Views and sheets are fetched when they are first opened and import their own.
 */
import '../../css/tokens.css';
import '../../css/waitingFonts.css';
import '../../css/base.css';
import '../../css/button.css';
import '../../css/field.css';
import '../../css/table.css';
import '../../css/shell.css';
import '../../css/workspace.css';
import '../../css/forcedColors.css';
import '../stage/network.css';
import '../stage/overlays.css';
import '../controls/transport.css';
import '../../css/early.css';
import '../controls/timeline.css';
import '../panels/panels.css';
import '../panels/formula.css';
import '../panels/inspector.css';
import '../notices/notices.css';
import '../panels/sheet.css';
import '../controls/lessonsLink.css';
import '../dock/dock.css';
import '../../css/pages.css';
import '../../css/print.css';
