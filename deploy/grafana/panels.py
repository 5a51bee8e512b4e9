# SPDX-License-Identifier: Apache-2.0
"""Panels of Grafana as JSON, as few kinds and options of them as the dashboards need."""
GREEN, ORANGE, RED, BLUE = 'green', 'orange', 'red', 'blue'
TARGET = 'job, instance, workspace, host, port, protocol'
WIDTH = 24
# of any Grafana that has these panels: what comes is moved up by itself
SCHEMA_VERSION = 39
SOURCE = {'type': 'prometheus', 'uid': '${datasource}'}


def link_to_target(workspace):
    """From a table with a column host; workspace is what Grafana puts in its place."""
    return ('Target', f'/d/amlreach-target?var-workspace={workspace}&var-host=${{__data.fields.host}}'
            '&${datasource:queryparam}&${instance:queryparam}&${__url_time_range}')


def row(title):
    return {'type': 'row', 'title': title, 'collapsed': False, 'panels': [], 'gridPos': {'h': 1, 'w': WIDTH}}


def thresholds(steps):
    return {'mode': 'absolute', 'steps': [{'color': colour, 'value': value} for value, colour in steps]}


def mapping(words):
    """Numbers told as words in a colour."""
    return [{'type': 'value', 'options': {str(value): {'text': text, 'color': colour, 'index': index}
                                          for index, (value, (text, colour)) in enumerate(words.items())}}]


def queries(exprs, instant=False, form='time_series'):
    return [{'refId': chr(ord('A') + index), 'datasource': SOURCE, 'expr': expr, 'legendFormat': legend,
             'instant': instant, 'range': not instant, 'format': form, 'editorMode': 'code'}
            for index, (expr, legend) in enumerate(exprs)]


def panel(kind, title, description, targets, width, height, defaults, options, overrides=()):
    return {'type': kind, 'title': title, 'description': description, 'datasource': SOURCE, 'targets': targets,
            'gridPos': {'h': height, 'w': width}, 'options': options,
            'fieldConfig': {'defaults': defaults, 'overrides': list(overrides)}}


def stat(title, description, expr, width, unit='short', bad=None, good=None, limits=None):
    """One number; red from bad on, or below good."""
    steps = limits or ([(None, GREEN), (bad, RED)] if bad is not None else
                       [(None, RED), (good, GREEN)] if good is not None else [(None, BLUE)])
    return panel('stat', title, description, queries([(expr, '')], instant=True), width, 4,
                 {'unit': unit, 'thresholds': thresholds(steps), 'noValue': 'none'},
                 {'reduceOptions': {'calcs': ['lastNotNull'], 'fields': '', 'values': False},
                  'colorMode': 'value', 'graphMode': 'none', 'justifyMode': 'auto', 'textMode': 'value',
                  'orientation': 'auto'})


def timeseries(title, description, exprs, width, height, unit='short', most=None):
    defaults = {'unit': unit, 'min': 0, 'custom': {'drawStyle': 'line', 'lineWidth': 1, 'fillOpacity': 5,
                                                   'showPoints': 'never', 'spanNulls': False}}
    if most is not None:
        defaults['max'] = most
    return panel('timeseries', title, description, queries(exprs), width, height, defaults,
                 {'legend': {'displayMode': 'table', 'placement': 'right', 'showLegend': True, 'calcs': ['lastNotNull']},
                  'tooltip': {'mode': 'multi', 'sort': 'desc'}})


def states(title, description, exprs, width, height, words):
    return panel('state-timeline', title, description, queries(exprs), width, height,
                 {'unit': 'none', 'mappings': mapping(words), 'custom': {'fillOpacity': 70, 'lineWidth': 0}},
                 {'mergeValues': True, 'showValue': 'auto', 'alignValue': 'left', 'rowHeight': 0.9,
                  'legend': {'displayMode': 'list', 'placement': 'bottom', 'showLegend': False},
                  'tooltip': {'mode': 'single', 'sort': 'none'}})


def table(title, description, exprs, columns, width, height, units=None, limits=None, words=None, links=None,
          sort=None):
    """One line for each series: its labels, and one column for the value of each query.

    Grafana calls the values "Value #A" and so on; they get the names that come with the queries. Columns that
    are not listed are hidden: the labels of an operator, and Time.
    """
    values = {f'Value #{chr(ord("A") + index)}': name for index, (_, name) in enumerate(exprs)}
    if len(exprs) == 1:
        values['Value'] = exprs[0][1]
    overrides = []
    for name in columns:
        properties = []
        if units and name in units:
            properties.append({'id': 'unit', 'value': units[name]})
        if limits and name in limits:
            properties += [{'id': 'thresholds', 'value': thresholds(limits[name])},
                           {'id': 'custom.cellOptions', 'value': {'type': 'color-text'}}]
        if words and name in words:
            properties += [{'id': 'mappings', 'value': mapping(words[name])},
                           {'id': 'custom.cellOptions', 'value': {'type': 'color-text'}}]
        if links and name in links:
            text, url = links[name]
            properties.append({'id': 'links', 'value': [{'title': text, 'url': url}]})
        if properties:
            overrides.append({'matcher': {'id': 'byName', 'options': name}, 'properties': properties})
    made = panel('table', title, description, queries([(expr, '') for expr, _ in exprs], True, 'table'), width, height,
                 {'unit': 'none', 'custom': {'align': 'auto', 'cellOptions': {'type': 'auto'}, 'filterable': True}},
                 {'showHeader': True, 'cellHeight': 'sm',
                  'sortBy': [{'displayName': sort.lstrip('-'), 'desc': sort.startswith('-')}] if sort else []},
                 overrides)
    made['transformations'] = [
        {'id': 'merge', 'options': {}},
        {'id': 'organize', 'options': {'renameByName': values, 'excludeByName': {}, 'indexByName': {}}},
        {'id': 'organize', 'options': {'renameByName': {}, 'excludeByName': {'Time': True, '__name__': True},
                                       'indexByName': {name: index for index, name in enumerate(columns)}}},
        {'id': 'filterFieldsByName', 'options': {'include': {'names': columns}}},
    ]
    return made


def variable(name, label, query, multi=False):
    made = {'type': 'query', 'name': name, 'label': label, 'datasource': SOURCE, 'definition': query,
            'query': {'query': query, 'refId': f'variable-{name}', 'qryType': 1}, 'refresh': 2, 'sort': 1, 'hide': 0,
            'multi': multi, 'includeAll': multi, 'regex': '', 'options': [], 'current': {}}
    if multi:
        made |= {'allValue': '.*', 'current': {'selected': True, 'text': ['All'], 'value': ['$__all']}}
    return made


def annotation(alerts, labels):
    return {'name': 'Alerts', 'enable': True, 'hide': False, 'iconColor': RED, 'datasource': SOURCE,
            'expr': f'ALERTS{{alertname=~"{alerts}", alertstate="firing", {labels}}}',
            'titleFormat': '{{alertname}}', 'textFormat': '{{instance}} {{workspace}} {{host}} {{feature}} {{cause}}',
            'step': '60s', 'useValueForTime': False}


def placed(panels):
    """From left to right and from top to bottom, as they come."""
    x = y = height = 0
    for number, each in enumerate(panels, 1):
        place = each['gridPos']
        if x + place['w'] > WIDTH:
            x, y, height = 0, y + height, 0
        place.update(x=x, y=y)
        each['id'] = number
        x += place['w']
        height = max(height, place['h'])
    return panels


def dashboard(uid, title, description, variables, panels, annotations):
    source = {'type': 'datasource', 'name': 'datasource', 'label': 'Data source', 'query': 'prometheus', 'regex': '',
              'refresh': 1, 'hide': 0, 'multi': False, 'includeAll': False, 'options': [], 'current': {}}
    return {
        'id': None, 'uid': uid, 'title': title, 'description': description, 'tags': ['amlreach'],
        'schemaVersion': SCHEMA_VERSION, 'version': 1, 'editable': True, 'graphTooltip': 1, 'timezone': 'browser',
        'refresh': '1m', 'time': {'from': 'now-24h', 'to': 'now'}, 'fiscalYearStartMonth': 0, 'weekStart': '',
        'links': [{'type': 'dashboards', 'title': 'amlreach', 'tags': ['amlreach'], 'asDropdown': True,
                   'includeVars': True, 'keepTime': True, 'targetBlank': False, 'icon': 'external link',
                   'tooltip': '', 'url': ''}],
        'templating': {'list': [source] + variables},
        'annotations': {'list': annotations},
        'panels': placed(panels),
    }
