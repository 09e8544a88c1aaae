/** tokens.css as Ant Design understands it. Its algorithm computes from literal values, so they stand here a second time; a test compares. */
import type { ThemeConfig } from 'antd';

export type Palette = typeof LIGHT;

export const LIGHT = {
  paper: '#fbfaf7',
  'paper-sunk': '#f4f2ec',
  surface: '#fffefc',
  'surface-hover': '#f7f5f0',
  ink: '#1c1f1e',
  'ink-2': '#474d4a',
  'ink-3': '#666c69',
  line: '#e6e3db',
  'line-strong': '#d2cec4',
  'line-control': '#868b87',
  action: '#0f5b5e',
  'action-hover': '#0b4a4d',
  'action-press': '#083b3d',
  'action-soft': '#e4eeec',
  'on-action': '#ffffff',
  late: '#a93a25',
  'late-soft': '#f8eae5',
  met: '#38704a',
  'met-soft': '#e6f0e7',
  soon: '#855800',
  'soon-soft': '#f8efda',
  lift: '0 12px 40px rgb(28 31 30 / 0.14), 0 0 0 1px rgb(28 31 30 / 0.06)',
};

export const DARK: Palette = {
  paper: '#141716',
  'paper-sunk': '#0f1211',
  surface: '#1b1f1e',
  'surface-hover': '#222726',
  ink: '#eceae4',
  'ink-2': '#bfc2bd',
  'ink-3': '#969c98',
  line: '#2a2f2d',
  'line-strong': '#3a403e',
  'line-control': '#757c78',
  action: '#7cc4bf',
  'action-hover': '#93d1cc',
  'action-press': '#68b3ae',
  'action-soft': '#1c3131',
  'on-action': '#08211f',
  late: '#f0937d',
  'late-soft': '#3a221c',
  met: '#8fc79d',
  'met-soft': '#1d2f23',
  soon: '#e0b162',
  'soon-soft': '#332915',
  lift: '0 12px 40px rgb(0 0 0 / 0.5), 0 0 0 1px rgb(255 255 255 / 0.08)',
};

export const FONT_UI =
  "'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', system-ui, sans-serif";

/** Sizes that tokens.css gives in px. `large` is the large type that a person may choose. */
export const SIZES = {
  normal: {
    'text-13': 13,
    'text-14': 14,
    'text-16': 16,
    'text-20': 20,
    'text-26': 26,
    'h-control-sm': 28,
    'h-control': 36,
    'h-touch': 48,
  },
  large: {
    'text-13': 15,
    'text-14': 16,
    'text-16': 18,
    'text-20': 23,
    'text-26': 30,
    'h-control-sm': 36,
    'h-control': 44,
    'h-touch': 56,
  },
} as const;
export const RADII = { 'r-sm': 4, r: 6, 'r-lg': 12 } as const;

export type ThemeChoice = {
  readonly dark: boolean;
  readonly large: boolean;
  /** Touch heights and a text of 16. */
  readonly phone: boolean;
  readonly motion: boolean;
};

/** Seeds from which the algorithm computes the rest. Dark algorithms shade the seeds themselves too: these are written back over them. */
export const seedsOf = (dark: boolean) => {
  const of = dark ? DARK : LIGHT;
  return {
    colorPrimary: of.action,
    colorLink: of.action,
    colorInfo: of.action,
    colorSuccess: of.met,
    colorWarning: of.soon,
    colorError: of.late,
  };
};

const focusRing = (of: Palette) => `0 0 0 2px ${of.surface}, 0 0 0 4px ${of.action}`;

const colours = (of: Palette) => ({
  colorPrimaryHover: of['action-hover'],
  colorPrimaryActive: of['action-press'],
  colorPrimaryBg: of['action-soft'],
  colorLinkHover: of['action-hover'],
  colorLinkActive: of['action-press'],
  colorTextLightSolid: of['on-action'],
  colorSuccessBg: of['met-soft'],
  colorWarningBg: of['soon-soft'],
  colorErrorBg: of['late-soft'],
  colorText: of.ink,
  colorTextSecondary: of['ink-2'],
  colorTextTertiary: of['ink-3'],
  // The defaults fall under 4.5:1.
  colorTextDescription: of['ink-3'],
  colorTextPlaceholder: of['ink-3'],
  colorTextDisabled: of['ink-3'],
  colorTextQuaternary: of['ink-3'],
  colorBgLayout: of.paper,
  colorBgContainer: of.surface,
  colorBgElevated: of.surface,
  colorFillAlter: of['paper-sunk'],
  colorBorder: of['line-control'],
  colorBorderSecondary: of.line,
  colorSplit: of.line,
  controlItemBgActive: of['action-soft'],
  controlItemBgHover: of['surface-hover'],
  controlOutline: of.action,
  boxShadow: of.lift,
  boxShadowSecondary: of.lift,
  boxShadowTertiary: 'none',
});

const components = (of: Palette): NonNullable<ThemeConfig['components']> => ({
  Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', defaultBorderColor: of['line-strong'] },
  Table: {
    headerBg: 'transparent',
    headerColor: of['ink-3'],
    headerSplitColor: 'transparent',
    rowHoverBg: of['surface-hover'],
    rowSelectedBg: of['action-soft'],
    cellPaddingBlock: 9,
    cellPaddingInline: 8,
    // Rows lie on the page, heads speak softly.
    colorBgContainer: 'transparent',
    fontWeightStrong: 400,
    headerBorderRadius: 0,
  },
  Layout: { siderBg: of['paper-sunk'], bodyBg: of.paper },
  Menu: { itemHeight: 34, itemBg: 'transparent', itemSelectedBg: of.surface, itemSelectedColor: of.ink },
  Tabs: {
    horizontalItemGutter: 24,
    inkBarColor: of.action,
    itemColor: of['ink-2'],
    itemHoverColor: of.ink,
    itemSelectedColor: of.ink,
  },
  Input: { activeShadow: focusRing(of) },
});

/** Everything but the algorithm, which comes with Ant Design itself. */
export function themeOf({ dark, large, phone, motion }: ThemeChoice): ThemeConfig {
  const palette = dark ? DARK : LIGHT;
  const size = SIZES[large ? 'large' : 'normal'];
  return {
    token: {
      ...seedsOf(dark),
      ...colours(palette),
      borderRadius: RADII.r,
      borderRadiusSM: RADII['r-sm'],
      borderRadiusLG: RADII['r-lg'],
      fontFamily: FONT_UI,
      fontSize: phone ? size['text-16'] : size['text-14'],
      fontSizeSM: phone ? size['text-16'] : size['text-13'],
      fontSizeLG: size['text-16'],
      fontSizeXL: size['text-20'],
      fontSizeHeading1: size['text-26'],
      fontSizeHeading2: size['text-20'],
      fontSizeHeading3: size['text-16'],
      fontWeightStrong: 600,
      lineHeight: 1.5714,
      controlHeight: phone ? size['h-touch'] : size['h-control'],
      controlHeightSM: phone ? size['h-touch'] : size['h-control-sm'],
      controlHeightLG: size['h-touch'],
      motion,
      motionDurationFast: '0.09s',
      motionDurationMid: '0.14s',
      motionDurationSlow: '0.2s',
      lineWidthFocus: 2,
    },
    components: components(palette),
  };
}
