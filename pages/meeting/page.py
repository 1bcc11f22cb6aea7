"""会议模式: the year, the money, the points, who lags, what to do: five screens turned by key, five sheets on paper."""

import streamlit as st

from pages.meeting import figures, lists, steps, words
from pages.meeting.matter import gather
from pages.meeting.screens import chart, head, screen, stage
from pages.shared.filters import choose_scope
from pages.shared.say import empty
from pages.shared.tables import show_html

scope = choose_scope(uses=())
matter = gather(scope)
stage(scope.screen or 1)
steps.turn(scope)

if not matter.projects:
    empty(words.nothing())
    st.stop()

with screen(1):
    head(1, words.kicker(matter, 1), words.year(matter))
    show_html(lists.cards(matter))
    show_html(lists.sentence(words.change(matter)))

with screen(2):
    head(2, words.kicker(matter, 2), words.money(matter))
    left, right = st.columns([figures.WIDE, figures.NARROW], gap="medium")
    with left:
        chart("meeting_unspent", words.unspent_title(matter), lambda: figures.unspent(matter.parts))
    with right:
        chart("meeting_rates", words.rates_title(), lambda: figures.rates(matter.parts))

with screen(3):
    head(3, words.kicker(matter, 3), words.points(matter))
    left, right = st.columns(2, gap="medium")
    with left:
        chart("meeting_claims", words.claims_title(matter), lambda: figures.claims(matter.claims))
    with right:
        chart("meeting_lost", words.lost_title(matter), lambda: figures.lost(matter.levels))

with screen(4):
    head(4, words.kicker(matter, 4), words.lagging(matter))
    lists.lagging(matter)

with screen(5):
    head(5, words.kicker(matter, 5), words.todo(matter))
    left, right = st.columns([3, 2], gap="large")
    with left:
        show_html(lists.rules(matter))
    with right:
        lists.worst(matter)
