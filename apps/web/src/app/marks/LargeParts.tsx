import { Button as AntButton, DatePicker, Input, Select, Table, Tabs } from 'antd';
import { AntDesign } from '../../kit/antd.tsx';
import { useWords } from '../language.tsx';
import { marksNames, marksWords } from './marks.words.ts';

/** Ant Design in our colours. */
export default function LargeParts() {
  const t = useWords();
  const rows = [marksNames.shan, marksNames.feng].map((name) => ({ name: t(name), way: t(marksWords.face) }));
  return (
    <AntDesign>
      <div className="row wrap">
        <AntButton type="primary">{t(marksWords.save)}</AntButton>
        <AntButton>{t(marksWords.ask)}</AntButton>
        <Input className="grow" placeholder={t(marksWords.place)} />
      </div>
      <div className="row wrap">
        <DatePicker />
        <Select
          aria-label={t(marksWords.unit)}
          className="grow"
          placeholder={t(marksWords.unit)}
          options={[{ value: 1, label: t(marksWords.hospital) }]}
        />
      </div>
      <Tabs items={[marksWords.people, marksWords.numbers].map((each) => ({ key: each.en, label: t(each) }))} />
      <Table
        size="small"
        rowKey="name"
        pagination={false}
        dataSource={rows}
        columns={[
          { title: t(marksWords.people), dataIndex: 'name' },
          { title: t(marksWords.way), dataIndex: 'way' },
        ]}
      />
    </AntDesign>
  );
}
