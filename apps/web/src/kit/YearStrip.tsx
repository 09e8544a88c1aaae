import { useWords } from '../app/language.tsx';
import { kitWords } from './kit.words.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { yearOf } from '@zhengyou/domain/kit/plain-date.ts';
import { Glyph } from './Glyph.tsx';
import { DESK_FRAME, PHONE_FRAME, dayStart, dueRun, emptyMonths, monthCentre, placeMarks } from './strip.ts';
import type { StripMark } from './strip.ts';

export type YearStripProps = {
  readonly marks: readonly StripMark[];
  readonly today: PlainDate;
  /** The year drawn; the year of `today` when left out. */
  readonly year?: number;
  /** Drawn in cinnabar up to today when it has passed, in amber from today when it is near. Leave it out when nothing presses. */
  readonly due?: PlainDate | undefined;
  /** `until` is the first day that counts again; null while nobody knows. */
  readonly excused?: { readonly from: PlainDate; readonly until: PlainDate | null } | undefined;
  /** The row said as a sentence: it is the picture's name. */
  readonly sentence: string;
  /** Fills the width of a phone instead of twelve months of 30 px. */
  readonly fluid?: boolean;
  /** Rows of a table touch, so that today's line runs through all of them: give the row's height. */
  readonly height?: number;
};

export function YearStrip({
  marks,
  today,
  year = yearOf(today),
  due,
  excused,
  sentence,
  fluid,
  height,
}: YearStripProps) {
  const frame = fluid ? PHONE_FRAME : DESK_FRAME;
  const tall = height ?? (fluid ? 36 : 50);
  const y = tall / 2 + 0.5;
  const todayX = dayStart(today, year, frame);
  const right = frame.width - frame.margin;
  const run = due ? dueRun(due, year, today, frame) : undefined;
  const tone = run?.late ? 'late' : 'soon';
  return (
    <svg
      className={fluid ? 'strip fluid' : 'strip'}
      width={frame.width}
      height={tall}
      viewBox={`0 0 ${frame.width} ${tall}`}
      role="img"
      aria-label={sentence}
    >
      <path className="base" d={`M${frame.margin} ${y}H${todayX}`} fill="none" />
      <path className="ahead" d={`M${todayX} ${y}H${right}`} fill="none" />
      {emptyMonths(marks, year).map((month) => (
        <circle key={month} className="dot" cx={monthCentre(month, frame)} cy={y} r="1.6" />
      ))}
      {excused && (
        <path
          className="run-still"
          d={`M${dayStart(excused.from, year, frame)} ${y - 7}H${excused.until ? dayStart(excused.until, year, frame) : right}`}
          fill="none"
        />
      )}
      {run && (
        <>
          <path className={`run-${tone}`} d={`M${run.from} ${y}H${run.until}`} fill="none" />
          <path className={`cap-${tone}`} d={`M${run.cap} ${y - 6.5}V${y + 6.5}`} fill="none" />
        </>
      )}
      {/* Longer than the picture: a row that is higher, in large type, shows it whole and cuts it at its edges. */}
      {yearOf(today) === year && <path className="today" d={`M${todayX} -40V${tall + 40}`} fill="none" />}
      {placeMarks(marks, year, today, frame).map((mark) => (
        <Glyph key={`${mark.on} ${mark.kind} ${mark.x}`} kind={mark.kind} x={mark.x} y={y} />
      ))}
    </svg>
  );
}

/** The head above a column of strips: 1 … 12, the running month in ink. */
export function YearStripHead({ month }: { readonly month: number | undefined }) {
  const t = useWords();
  return (
    <>
      <span className="sr">{t(kitWords.months)}</span>
      <svg
        className="strip"
        width={DESK_FRAME.width}
        height="20"
        viewBox={`0 0 ${DESK_FRAME.width} 20`}
        aria-hidden="true"
      >
        <g className="months">
          {Array.from({ length: 12 }, (_, index) => index + 1).map((each) => (
            <text key={each} x={monthCentre(each, DESK_FRAME)} y="15" className={each === month ? 'now' : undefined}>
              {each}
            </text>
          ))}
        </g>
      </svg>
    </>
  );
}
