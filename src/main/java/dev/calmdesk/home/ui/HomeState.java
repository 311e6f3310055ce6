package dev.calmdesk.home.ui;

import dev.calmdesk.home.DayFigures;
import dev.calmdesk.home.NewsItem;
import java.util.List;
import java.util.Optional;

/// Everything the home screen shows, read and worded at one moment.
record HomeState(
        String sentence,
        List<DueItem> dues,
        List<WaitingItem> waiting,
        List<UnfinishedItem> unfinished,
        List<FigureItem> figures,
        Optional<NewsItem> alert,
        List<NewsItem> news,
        DayFigures day) {}
