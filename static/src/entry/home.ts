/** The styles of the home page, which has no script. */
import '../../css/fonts.css';
import '../../css/tokens.css';
import '../../css/home.css';
