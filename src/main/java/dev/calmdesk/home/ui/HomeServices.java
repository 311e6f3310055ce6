package dev.calmdesk.home.ui;

import dev.calmdesk.cases.Transfers;
import dev.calmdesk.cases.When;
import dev.calmdesk.home.Agenda;
import dev.calmdesk.home.News;
import dev.calmdesk.home.Today;
import dev.calmdesk.workplace.Workplace;

/// What the home screen asks.
public record HomeServices(
        Agenda agenda, Today today, News news, Transfers transfers, Workplace workplace, When when) {}
