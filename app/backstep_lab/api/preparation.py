"""What every page is written with: catalogues, templates, the lists a page begins with."""

from backstep_lab.compute.once import Once
from backstep_lab.config.assets import environment
from backstep_lab.exports.images.thumbnails import telling_step
from backstep_lab.i18n import catalogue
from backstep_lab.presets import PRESETS
from backstep_lab.wire import page_data
from backstep_lab.wire.address import schema_json


def _made() -> None:
    for lang in catalogue.LANGUAGES:
        catalogue.say(lang, "page-api")
        page_data.prepare(lang)
    templates = environment()
    for name in templates.list_templates():
        templates.get_template(name)
    for preset in PRESETS:
        telling_step(preset)
    schema_json()


WORDS = Once(_made)


async def words_ready() -> None:
    """A dependency of routes that answer in a reader's language; it waits only right after the start."""
    await WORDS.ready()
