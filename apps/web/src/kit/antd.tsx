import { ConfigProvider, theme, type MappingAlgorithm } from 'antd';
import 'dayjs/locale/zh-cn';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo, type ReactNode } from 'react';
import { useLanguage } from '../app/language.tsx';
import { useDark, useLook } from './look.ts';
import { usePhone, useStill } from './media.ts';
import { seedsOf, themeOf } from './theme.ts';

const exactly =
  (dark: boolean): MappingAlgorithm =>
  (seed, map) => ({ ...(map ?? theme.defaultAlgorithm(seed)), ...seedsOf(dark) });
// Made once: Ant Design keeps the styles of a theme by the identity of its algorithms.
const LIGHT_ALGORITHM = [theme.defaultAlgorithm, exactly(false)];
const DARK_ALGORITHM = [theme.darkAlgorithm, exactly(true)];

/** The browser hides a nonce from selectors but not from the element's own property. */
const nonceOf = () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

/**
 * Around whatever uses Ant Design. It is large, so it comes with the pages that need it: import this file from a page, never from
 * `app/` or from a part of the kit.
 */
export function AntDesign({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const dark = useDark();
  const phone = usePhone();
  const still = useStill();
  const large = useLook().type === 'large';
  const config = useMemo(
    () => ({
      ...themeOf({ dark, large, phone, motion: !still }),
      algorithm: dark ? DARK_ALGORITHM : LIGHT_ALGORITHM,
    }),
    [dark, large, phone, still],
  );
  const nonce = nonceOf();
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={config}
      button={{ autoInsertSpace: false }}
      {...(nonce ? { csp: { nonce } } : {})}
    >
      {children}
    </ConfigProvider>
  );
}
