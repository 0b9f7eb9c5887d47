"""What every page is written with: catalogues, templates, the lists a page begins with."""

from app import catalogue
from app.assets import environment
from app.once import Once
from app.pictures.thumbnails import telling_step
from app.presets import PRESETS
from app.schemas import initial
from app.schemas.query import schema_json


def _made() -> None:
    for lang in catalogue.LANGUAGES:
        catalogue.say(lang, "page-api")
        initial.prepare(lang)
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
